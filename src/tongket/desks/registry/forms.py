"""The forms of the register's pages: what is looked for, and the days noted in the calendar."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.timezone import localdate

from tongket.desks.registry.calendar import years
from tongket.desks.registry.words import LEVEL_NAMES, STANDINGS
from tongket.desks.site.said import said, tell
from tongket.figures.exchange.catalogue import Catalogue
from tongket.figures.terms.words import Text

ALL = Text("tất cả", "all")
WORKED = {"True": Text("làm việc bù", "worked instead"), "False": Text("nghỉ", "a day off")}


def _day(label: str, **how: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, input_formats=["%Y-%m-%d", "%d/%m/%Y"], **how)


class FindReporters(forms.Form):
    """Criteria, all optional."""

    words = forms.CharField(label=said("Tên, mã hoặc mã số thuế", "Name, code or tax code"), required=False)
    form = forms.ChoiceField(label=said("Phải nộp biểu", "Has to file"), required=False)
    standing = forms.ChoiceField(label=said("Tình trạng", "Standing"), required=False)

    def __init__(self, *args: Any, catalogue: Catalogue, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        registered = [form for form in catalogue.forms.values() if form.reporter == "registered"]
        self.fields["form"].choices = [
            ("", tell(ALL)),
            *((form.code, tell(form.name)) for form in registered),
        ]
        self.fields["standing"].choices = [
            ("", tell(ALL)),
            *((str(code), tell(name)) for code, name in STANDINGS.items()),
        ]


class FindAreas(forms.Form):
    """The map of a day; without one, today's."""

    on = _day(said("Vào ngày", "On the day"), required=False)
    level = forms.ChoiceField(label=said("Cấp", "Level"), required=False)
    words = forms.CharField(label=said("Tên hoặc mã", "Name or code"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["level"].choices = [
            ("", tell(ALL)),
            *((code, tell(name)) for code, name in LEVEL_NAMES.items()),
        ]

    def clean_on(self) -> date:
        return self.cleaned_data["on"] or localdate()


class OfYear(forms.Form):
    """The year of a calendar; without one, this year."""

    year = forms.TypedChoiceField(label=said("Năm", "Year"), coerce=int, required=False, empty_value=0)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = [(year, str(year)) for year in reversed(years())]


class NoteDay(forms.Form):
    """A swap that was announced."""

    day = _day(said("Ngày", "Day"))
    works = forms.TypedChoiceField(
        label=said("Ngày này", "The day is"), coerce=lambda given: given == "True", choices=()
    )
    reference = forms.CharField(
        label=said("Căn cứ", "Reference"),
        max_length=250,
        help_text=said(
            "Văn bản hoặc thông báo hoán đổi: số, ngày, cơ quan.",
            "The document that announced the swap: its number, day and issuer.",
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["works"].choices = [(code, tell(name)) for code, name in WORKED.items()]


class ForgetDay(forms.Form):
    why = forms.CharField(label=said("Lý do", "Why"), max_length=250)
