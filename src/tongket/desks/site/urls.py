"""All addresses. A desk with pages adds one line and keeps its own in its `urls.py`."""

from __future__ import annotations

from django.urls import include, path

from tongket.desks.site import views

urlpatterns = [
    path("", views.home, name="home"),
    path("search/", views.search, name="search"),
    path("health/", views.alive, name="health"),
    path("health/details/", views.health_details, name="health_details"),
    path("language/", views.language, name="set_language"),
    path("people/", include("tongket.desks.people.urls")),
    path("registry/", include("tongket.desks.registry.urls")),
    path("filing/", include("tongket.desks.filing.urls")),
    path("trail/", include("tongket.desks.trail.urls")),
    path("account/", include("allauth.urls")),
]

handler429 = "tongket.desks.site.errors.too_many"
handler400 = "tongket.desks.site.errors.bad_request"
handler403 = "tongket.desks.site.errors.forbidden"
handler404 = "tongket.desks.site.errors.not_found"
handler500 = "tongket.desks.site.errors.failed"
