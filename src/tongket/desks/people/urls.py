from __future__ import annotations

from django.urls import path

from tongket.desks.people import views

app_name = "people"
urlpatterns = [
    path("", views.people, name="people"),
    path("roles/", views.roles, name="roles"),
    path("account/", views.account, name="account"),
]
