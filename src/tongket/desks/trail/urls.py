from __future__ import annotations

from django.urls import path

from tongket.desks.trail import views

app_name = "trail"
urlpatterns = [path("", views.search, name="search")]
