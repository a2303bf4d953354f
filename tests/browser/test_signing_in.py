"""Signing in as people do: by password, with a second factor, by passkey; and the ways to be kept out."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import struct
import time

from playwright.sync_api import Page, expect
from tests.browser.looking import axe, fits, picture
from tests.desks.site.opening import opened

opened()

from tests.desks.cast import CAST  # noqa: E402

PERIOD = 30


def sign_in(page: Page, name: str, password: str = CAST.password) -> None:
    page.get_by_label("Tên đăng nhập").fill(name)
    page.get_by_label("Mật khẩu").fill(password)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()


def come_in(page: Page, name: str) -> None:
    sign_in(page, name)
    expect(page.locator("h1")).to_have_text("Việc đang chờ")


def confirm(page: Page) -> None:
    """Whoever changes how they sign in is asked for the password once more."""
    expect(page.locator("h1")).to_have_text("Xác nhận lại người dùng")
    page.get_by_label("Mật khẩu").fill(CAST.password)
    page.get_by_role("button", name="Xác nhận").click()


def code_of(secret: str) -> str:
    """RFC 6238, as the application on a telephone does it."""
    counter = struct.pack(">Q", int(time.time()) // PERIOD)
    digest = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 10**6:06d}"


def test_by_password_and_the_keyboard_alone(open_page):
    page = open_page(None, "/account/login/")
    page.get_by_label("Tên đăng nhập").focus()
    page.keyboard.type("statistician")
    page.keyboard.press("Tab")
    page.keyboard.type(CAST.password)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Việc đang chờ")


def test_a_wrong_password_is_said_where_it_is_read_first(open_page, pictures):
    page = open_page(None, "/account/login/", width=320)
    sign_in(page, "director", "không phải mật khẩu")
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_role("alert")).to_contain_text("Tên đăng nhập hoặc mật khẩu không đúng")
    axe(page)
    fits(page)
    picture(page, "sign-in-wrong", pictures)


def test_with_an_application_on_the_telephone_and_a_recovery_code(open_page, pictures):
    page = open_page(None, "/account/login/")
    come_in(page, "head")
    page.goto("/account/2fa/totp/activate/")
    axe(page)
    confirm(page)
    expect(page.locator("h1")).to_have_text("Bật ứng dụng xác thực")
    axe(page)
    picture(page, "totp-activate", pictures)
    secret = page.locator("#authenticator_secret").input_value()
    page.get_by_label("Mã của ứng dụng xác thực").fill(code_of(secret))
    page.get_by_role("button", name="Bật").click()
    axe(page)
    picture(page, "recovery-codes", pictures)
    page.goto("/account/2fa/recovery-codes/")
    codes = re.findall(r"\b\d{8}\b", page.locator("main").inner_html())
    assert len(codes) == 10
    page.get_by_role("button", name="Đăng xuất").click()
    sign_in(page, "head")
    expect(page.locator("h1")).to_have_text("Xác thực hai bước")
    axe(page)
    fits(page)
    picture(page, "second-factor", pictures)
    page.locator("#id_code").fill(codes[0])
    page.locator("form.sheet button[type=submit]").first.click()
    expect(page.locator("h1")).to_have_text("Việc đang chờ")


def test_by_passkey(open_page, pictures):
    page = open_page(None, "/account/login/")
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    telephone = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": telephone})
    come_in(page, "specialist")
    page.goto("/account/2fa/webauthn/add/")
    confirm(page)
    expect(page.locator("h1")).to_have_text("Thêm khóa bảo mật")
    axe(page)
    picture(page, "passkey-add", pictures)
    page.get_by_label("Đăng nhập không cần mật khẩu").check()
    page.locator("form.sheet button").last.click()
    page.wait_for_url("**/recovery-codes/**")
    page.goto("/account/2fa/webauthn/")
    axe(page)
    fits(page)
    picture(page, "passkeys", pictures)
    page.get_by_role("button", name="Đăng xuất").click()
    page.get_by_role("button", name="Dùng khóa truy cập").click()
    expect(page.locator("h1")).to_have_text("Việc đang chờ")


def test_sessions_are_listed_and_the_others_ended(open_page, pictures):
    here, there = open_page(None, "/account/login/"), open_page(None, "/account/login/")
    come_in(here, "onestop")
    come_in(there, "onestop")
    there.goto("/account/sessions/")
    expect(there.locator("tbody tr")).to_have_count(2)
    axe(there)
    fits(there)
    picture(there, "sessions", pictures)
    there.get_by_role("button", name="Đăng xuất các phiên khác").click()
    here.goto("/")
    expect(here.locator("h1")).to_have_text("Đăng nhập")


def test_a_new_person_gets_a_password_and_has_to_choose_their_own(open_page, pictures):
    page = open_page("admin", "/people/add/")
    page.get_by_label("Tên đăng nhập").fill("moi")
    page.get_by_label("Họ và tên").fill("Người Mới (mẫu)")
    page.get_by_role("button", name="Thêm người dùng").click()
    password = page.locator(".secret code").inner_text()
    axe(page)
    fits(page)
    picture(page, "first-password", pictures)
    own = open_page(None, "/account/login/")
    sign_in(own, "moi", password)
    expect(own.locator("h1")).to_have_text("Đổi mật khẩu")
    own.get_by_label("Mật khẩu hiện tại").fill(password)
    own.locator("#id_password1").fill("mùa mận chín năm ấy")
    own.locator("#id_password2").fill("mùa mận chín năm ấy")
    own.get_by_role("button", name="Đổi mật khẩu").click()
    own.goto("/")
    expect(own.locator("h1")).to_have_text("Bạn không có quyền mở trang này")
