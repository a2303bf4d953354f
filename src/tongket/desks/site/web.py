"""What the environment says of the web: the public address, the province's sign-on, the mail server.

Every variable is listed in docs/settings.md, and a test holds the two to each other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit

from tongket.figures.terms.words import Text

LOOPBACK = "http://localhost:8014"
OIDC = ("TONGKET_OIDC_URL", "TONGKET_OIDC_CLIENT", "TONGKET_OIDC_SECRET")
MAIL_PORTS = {"smtp": 587, "smtps": 465}
LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})

Fault = Callable[[str, Text], Exception]


@dataclass(frozen=True, slots=True)
class SignOn:
    """The sign-on of the province, an OpenID Connect provider."""

    name: str
    url: str
    client: str
    secret: str


@dataclass(frozen=True, slots=True)
class Mail:
    """The server that takes our mail, and the address it is sent from."""

    host: str
    port: int
    user: str
    password: str
    tls_from_start: bool
    sender: str


@dataclass(frozen=True, slots=True)
class Web:
    """`proxies` says how many of the office's own servers stand between the network and this process."""

    url: SplitResult
    sign_on: SignOn | None = None
    mail: Mail | None = None
    proxies: int = 0
    demo: bool = False

    @property
    def secure(self) -> bool:
        return self.url.scheme == "https"

    @property
    def hosts(self) -> list[str]:
        """The names under which the office answers; on one's own machine, all names of that machine."""
        named = self.url.hostname or ""
        return sorted({named, *LOCAL}) if named in LOCAL else [named]


def read_web(env: Mapping[str, str], fault: Fault) -> Web:
    """Read the surroundings; `fault(code, sentence)` makes the error that is raised."""
    return Web(
        _url(env.get("TONGKET_URL") or LOOPBACK, fault),
        _sign_on(env, fault),
        _mail(env.get("TONGKET_MAIL", ""), fault),
        _proxies(env.get("TONGKET_PROXIES") or "0", fault),
        bool(env.get("TONGKET_DEMO")),
    )


def _url(value: str, fault: Fault) -> SplitResult:
    url = urlsplit(value)
    local = url.hostname in LOCAL
    if url.scheme not in ("http", "https") or not url.hostname or url.path not in ("", "/"):
        raise fault("site.E007", _NO_URL.format(found=value))
    if url.scheme == "http" and not local:
        raise fault("site.E008", _NOT_ENCRYPTED.format(found=value, host=url.hostname))
    return url


def _sign_on(env: Mapping[str, str], fault: Fault) -> SignOn | None:
    given = [name for name in OIDC if env.get(name)]
    if not given:
        return None
    if missing := [name for name in OIDC if not env.get(name)]:
        raise fault("site.E009", _HALF_A_SIGN_ON.format(missing=", ".join(missing)))
    url = env["TONGKET_OIDC_URL"]
    if urlsplit(url).scheme != "https" and urlsplit(url).hostname not in LOCAL:
        raise fault("site.E009", _OPEN_SIGN_ON.format(found=url))
    name = env.get("TONGKET_OIDC_NAME") or urlsplit(url).hostname or url
    return SignOn(name, url, env["TONGKET_OIDC_CLIENT"], env["TONGKET_OIDC_SECRET"])


def _mail(value: str, fault: Fault) -> Mail | None:
    if not value:
        return None
    try:
        url = urlsplit(value)
        port, sender = url.port or MAIL_PORTS[url.scheme], url.path.strip("/")
    except (KeyError, ValueError):
        raise fault("site.E010", _NO_MAIL) from None  # the cause may repeat the password
    if not url.hostname or "@" not in sender:
        raise fault("site.E010", _NO_MAIL)
    user, password = unquote(url.username or ""), unquote(url.password or "")
    return Mail(url.hostname, port, user, password, url.scheme == "smtps", sender)


def _proxies(value: str, fault: Fault) -> int:
    if not value.isdecimal():
        raise fault("site.E011", _NO_COUNT.format(found=value))
    return int(value)


_NO_URL = Text(
    "TONGKET_URL = {found} không phải địa chỉ của một trang mạng. Dạng đúng: https://tongket.tinh.gov.vn, "
    "không có đường dẫn phía sau.",
    "TONGKET_URL = {found} is no address of a site. Legal form: https://tongket.province.gov.vn, with "
    "nothing behind the name.",
)
_NOT_ENCRYPTED = Text(
    "TONGKET_URL = {found} không mã hóa đường truyền. Hãy đặt máy chủ chuyển tiếp có TLS ở phía trước rồi "
    "ghi TONGKET_URL=https://{host}. Chỉ localhost được dùng http.",
    "TONGKET_URL = {found} is not encrypted. Put a TLS proxy before the office and set "
    "TONGKET_URL=https://{host}. Only localhost may use http.",
)
_HALF_A_SIGN_ON = Text(
    "Đăng nhập một lần (OIDC) thiếu: {missing}. Hãy đặt đủ ba biến, hoặc bỏ cả ba.",
    "The sign-on (OIDC) lacks: {missing}. Set all three variables, or none.",
)
_OPEN_SIGN_ON = Text(
    "TONGKET_OIDC_URL = {found} phải bắt đầu bằng https://.",
    "TONGKET_OIDC_URL = {found} has to begin with https://.",
)
_NO_MAIL = Text(
    "Không hiểu TONGKET_MAIL. Dạng đúng: smtp://người_dùng:mật_khẩu@máy:587/hộp_thư_gửi@tinh.gov.vn "
    "(STARTTLS) hoặc smtps://… (TLS từ đầu). Bỏ biến này nếu không có máy chủ thư.",
    "TONGKET_MAIL cannot be read. Legal forms: smtp://user:password@host:587/sender@province.gov.vn "
    "(STARTTLS) or smtps://… (TLS from the start). Leave it out where there is no mail server.",
)
_NO_COUNT = Text(
    "TONGKET_PROXIES = {found} phải là số máy chủ chuyển tiếp đứng trước hệ thống: 0, 1, 2…",
    "TONGKET_PROXIES = {found} has to be the number of proxies before the office: 0, 1, 2…",
)
