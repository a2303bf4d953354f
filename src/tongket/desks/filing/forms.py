"""The small forms of the collection."""

from __future__ import annotations

from typing import Any

from django import forms

from tongket.desks.site.said import said, tell
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.terms.period import NotAPeriod, Period


class OpenPeriod(forms.Form):
    form = forms.ChoiceField(label=said("Biểu", "Form"))
    period = forms.CharField(
        label=said("Kỳ", "Period"),
        help_text=said(
            "Tháng ghi 2020-10, quý ghi 2020-Q3, năm ghi 2020.",
            "A month is 2020-10, a quarter 2020-Q3, a year 2020.",
        ),
    )
    due_on = forms.DateField(
        label=said("Hạn nộp", "Due"),
        required=False,
        help_text=said(
            "Để trống thì tính theo quy định của biểu.", "Left blank, the form's own rule gives the day."
        ),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
    )

    def __init__(self, *args: Any, catalogue: Catalogue, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["form"].choices = [(form.code, tell(form.name)) for form in catalogue.forms.values()]

    def clean_period(self) -> Period:
        try:
            return Period.parse(self.cleaned_data["period"].strip())
        except NotAPeriod as fault:
            raise forms.ValidationError(tell(fault.sentence)) from fault


class MoveDeadline(forms.Form):
    due_on = forms.DateField(
        label=said("Hạn mới", "New deadline"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
    )
    why = forms.CharField(label=said("Lý do", "Reason"), max_length=200)
