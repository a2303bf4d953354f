from __future__ import annotations

from django.urls import path

from tongket.desks.registry import views

app_name = "registry"
urlpatterns = [
    path("reporters/", views.reporters, name="reporters"),
    path("reporters/<path:code>/", views.reporter, name="reporter"),
    path("areas/", views.areas, name="areas"),
    path("areas/<path:code>/", views.area, name="area"),
    path("calendar/", views.calendar, name="calendar"),
    path("calendar/<int:pk>/forget/", views.forget, name="forget"),
]
