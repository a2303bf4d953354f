from __future__ import annotations

from django.urls import path

from tongket.desks.filing.views import clerk, collection, papers, review

app_name = "filing"
urlpatterns = [
    path("own/", clerk.own, name="own"),
    path("<int:pk>/", clerk.filing, name="filing"),
    path("<int:pk>/save/", clerk.save, name="save"),
    path("<int:pk>/submit/", clerk.submit, name="submit"),
    path("<int:pk>/answer/", clerk.answer, name="answer"),
    path("<int:pk>/upload/", papers.upload, name="upload"),
    path("<int:pk>/workbook/", papers.workbook, name="workbook"),
    path("receipts/<str:number>/", papers.receipt, name="receipt"),
    path("receipts/<str:number>/pdf/", papers.receipt_pdf, name="receipt_pdf"),
    path("", collection.campaigns, name="campaigns"),
    path("open/", collection.open_period, name="open"),
    path("periods/<int:pk>/", collection.campaign, name="campaign"),
    path("periods/<int:pk>/deadline/", collection.deadline, name="deadline"),
    path("periods/<int:pk>/remind/", collection.remind, name="remind"),
    path("<int:pk>/review/", review.review, name="review"),
    path("<int:pk>/review/<str:action>/", review.step, name="step"),
]
