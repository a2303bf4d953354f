"""The pages of allauth that this office opens. What is not named here is shut: nobody signs themselves up."""

from __future__ import annotations

from tongket.desks.site.access import Door

_ENTRANCE = Door(reason="the way in")
_OWN = Door(signed_in=True, reason="one's own account")

DOORS = {
    **dict.fromkeys(
        (
            "account_login",
            "account_inactive",
            "account_logout",
            "mfa_authenticate",
            "mfa_login_webauthn",
            "openid_connect_login",
            "openid_connect_callback",
            "socialaccount_login_cancelled",
            "socialaccount_login_error",
            "socialaccount_signup",  # where somebody lands whom the sign-on knows and the office does not
        ),
        _ENTRANCE,
    ),
    **dict.fromkeys(
        (
            "account_reauthenticate",
            "account_change_password",
            "account_set_password",
            "mfa_index",
            "mfa_reauthenticate",
            "mfa_view_recovery_codes",
            "mfa_generate_recovery_codes",
            "mfa_download_recovery_codes",
            "mfa_activate_totp",
            "mfa_deactivate_totp",
            "mfa_list_webauthn",
            "mfa_add_webauthn",
            "mfa_reauthenticate_webauthn",
            "mfa_remove_webauthn",
            "mfa_edit_webauthn",
            "socialaccount_connections",
            "usersessions_list",
        ),
        _OWN,
    ),
}
