from __future__ import annotations

from django.urls import path

from tongket.desks.people import administration, views

app_name = "people"
urlpatterns = [
    path("", views.people, name="people"),
    path("add/", administration.add_person, name="add_person"),
    path("account/", views.account, name="account"),
    path("roles/", views.roles, name="roles"),
    path("units/", views.units, name="units"),
    path("units/add/", administration.add_unit, name="add_unit"),
    path("units/<str:code>/", administration.edit_unit, name="edit_unit"),
    path("of/<str:username>/", administration.person, name="person"),
    path("of/<str:username>/edit/", administration.edit_person, name="edit_person"),
    path("of/<str:username>/grant/", administration.grant, name="grant"),
    path("of/<str:username>/grant/<int:pk>/end/", administration.end_grant, name="end_grant"),
    path("of/<str:username>/password/", administration.reset_password, name="reset_password"),
    path("of/<str:username>/open-or-close/", administration.open_or_close, name="open_or_close"),
    path("of/<str:username>/sign-out/", administration.sign_out, name="sign_out"),
]
