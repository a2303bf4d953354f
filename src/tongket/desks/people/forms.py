"""The forms of the people desk."""

from __future__ import annotations

from typing import Any, ClassVar

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm, SetPasswordForm
from django import forms
from django.conf import settings

from tongket.desks.people.models import Person, Unit
from tongket.desks.people.roles import matrix
from tongket.desks.people.words import KINDS
from tongket.desks.registry.queries import names_of
from tongket.desks.site.said import said, tell
from tongket.figures.terms.words import Text


class Plain:
    """A label that stays says more than a word inside its box, and nobody resets a password by mail here."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
            if "password/reset" in str(field.help_text):
                field.help_text = ""


class SignIn(Plain, LoginForm):
    pass


class OwnPassword(Plain, ChangePasswordForm):
    pass


class FirstPassword(Plain, SetPasswordForm):
    pass


class Again(Plain, ReauthenticateForm):
    pass


class UnitChoice(forms.ModelChoiceField):
    """A unit in use, in the language of the page, indented by its depth."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            queryset=Unit.objects.filter(ended=False), to_field_name="code", empty_label="–", **kwargs
        )

    def label_from_instance(self, unit: Unit) -> str:
        return f"{tell(unit.name)} ({unit.code})"


class PersonForm(forms.ModelForm):
    """Somebody's particulars; `unit` is where they work, not what they may do."""

    unit = UnitChoice(label=said("Đơn vị", "Unit"), required=False)
    language = forms.ChoiceField(label=said("Ngôn ngữ", "Language"), choices=settings.LANGUAGES)
    why = forms.CharField(
        label=said("Căn cứ, lý do", "Why"),
        required=False,
        help_text=said("Ghi vào nhật ký.", "Stands in the trail."),
        max_length=250,
    )

    class Meta:
        model = Person
        fields = ("name", "position", "unit", "email", "phone", "language")
        labels: ClassVar = {
            "name": said("Họ và tên", "Name"),
            "position": said("Chức vụ", "Position"),
            "email": said("Thư điện tử", "E-mail"),
            "phone": said("Điện thoại", "Telephone"),
        }


class NewPersonForm(PersonForm):
    username = forms.CharField(
        label=said("Tên đăng nhập", "Sign-in name"),
        max_length=60,
        validators=Person._meta.get_field("username").validators,
        help_text=said("Chữ không dấu, số và . _ -", "Plain letters, digits and . _ -"),
    )
    field_order = ("username", "name")


class _Coded:
    """Codes of areas and reporters have to be in the register."""

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        for field in ("area_code", "reporter_code"):
            code = given.get(field, "")
            if code and code not in names_of([code]):
                self.add_error(field, tell(_UNKNOWN.format(code=code)))
        return given


class UnitForm(_Coded, forms.ModelForm):
    """A unit of the tree; whose data are its own is told by the codes of an area and of a reporter."""

    parent = UnitChoice(label=said("Đơn vị cấp trên", "Unit above"), required=False)
    kind = forms.ChoiceField(label=said("Loại", "Kind"))
    why = forms.CharField(label=said("Căn cứ, lý do", "Why"), required=False, max_length=250)

    class Meta:
        model = Unit
        fields = (
            "code", "kind", "parent", "name_vi", "name_en", "area_code", "reporter_code", "position", "ended",
        )  # fmt: skip
        labels: ClassVar = {
            "code": said("Mã", "Code"),
            "name_vi": said("Tên tiếng Việt", "Name in Vietnamese"),
            "name_en": said("Tên tiếng Anh", "Name in English"),
            "area_code": said("Mã địa bàn phụ trách", "Code of the area it answers for"),
            "reporter_code": said("Mã đơn vị báo cáo", "Code of the reporter it is"),
            "position": said("Thứ tự trong danh sách", "Place in the list"),
            "ended": said("Đã chấm dứt hoạt động", "Has ended"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind.value, tell(name)) for kind, name in KINDS.items()]
        if self.instance.pk:
            del self.fields["code"]  # the trail and the roles know the unit by it


class GrantForm(_Coded, forms.Form):
    """A role, and the one place it is held at."""

    role = forms.ChoiceField(label=said("Vai trò", "Role"))
    unit = UnitChoice(label=said("Tại đơn vị", "At a unit"), required=False)
    area_code = forms.CharField(
        label=said("hoặc trên địa bàn (mã)", "or over an area (code)"), required=False, max_length=40
    )
    reporter_code = forms.CharField(
        label=said("hoặc cho đơn vị báo cáo (mã)", "or for a reporter (code)"), required=False, max_length=40
    )
    why = forms.CharField(label=said("Căn cứ, lý do", "Why"), max_length=250)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(role.code, tell(role.name)) for role in matrix().roles.values()]


class WhyForm(forms.Form):
    """The reason of a grave step; it stands in the trail."""

    why = forms.CharField(label=said("Căn cứ, lý do", "Why"), max_length=250)


_UNKNOWN = Text(
    "Không có mã {code} trong danh mục địa bàn và đơn vị báo cáo.",
    "The register of areas and reporters has no code {code}.",
)
