"""What may be done at the filing desk."""

from tongket.desks.filing.actions.campaigns import (
    lock_campaigns,
    move_deadline,
    open_campaign,
    recognise,
    remind,
)
from tongket.desks.filing.actions.importing import FolderResult, ImportResult, import_file, import_folder
from tongket.desks.filing.actions.steps import (
    accept,
    correct,
    pass_on,
    query,
    reopen,
    save_draft,
    send_back,
    settle,
    submit,
)

__all__ = [
    "FolderResult",
    "ImportResult",
    "accept",
    "correct",
    "import_file",
    "import_folder",
    "lock_campaigns",
    "move_deadline",
    "open_campaign",
    "pass_on",
    "query",
    "recognise",
    "remind",
    "reopen",
    "save_draft",
    "send_back",
    "settle",
    "submit",
]
