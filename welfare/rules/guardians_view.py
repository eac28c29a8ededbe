"""What a log never tells a guardian, on the own page or on paper (OHL 18 § 2; JulkL 11 § 2; TSL 34 § 1)."""

KEPT = ("prohibition:", "emergency:", "non_disclosure:", "place:", "log_review:", "breach:", "decoy:", "notice:")
ASKED_FOR = ("log_request:", "access_copy:", "rectification:")
"""Done for somebody who has asked about the data: that anybody has is the asker's own (rule 37)."""


def is_kept_from_guardians(permission: str) -> bool:
    """Whether the child is to be sheltered from a guardian's learning of it.

    That the child has tried to leave a guardian out is not told, also where it does not stand. Nor is that a matter was
    opened in an emergency: its reason may be that the police or child protection must be told of this very guardian.
    Nor who knows where a hidden child lives (661/2009 36 §), nor that the child or another guardian asked for the log,
    a copy or a correction, which the work on it would tell. Nor that somebody's reading is looked into: the reader may
    be this very guardian, and of a breach those concerned are told by its own file (GDPR 34).
    Nor that child protection or the police was notified, for the notice may be about the home (LSL 25 §; JulkL 11 § 2).
    Whoever may be told of it is told by a person.
    """
    return permission.startswith(KEPT + ASKED_FOR)
