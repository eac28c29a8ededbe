"""What was said at the held meeting of the demonstration, and what families have answered about meetings."""

from collections.abc import Mapping, Sequence

from welfare.rules.meeting_feedback import MeetingQuestion, Respondent

HELD: Mapping[str, str] = {
    "heading": "Ensimmäinen tapaaminen",
    "handling": (
        "Milja kertoi, missä ja milloin hänen on hyvä olla. Sovittiin, kenen luo hän voi tulla huonon illan jälkeen."
    ),
    "student_view": "Haluan, että saan itse sanoa, milloin puhun. On hyvä tietää, kenen luo voi mennä.",
    "student_view_absent": "",
    "guardian_view": "Äiti on samaa mieltä ja toivoo, että Milja saa nukkua rauhassa.",
    "information": "Tavataan uudelleen kolmen viikon kuluttua.",
}
MEASURE: Mapping[str, str] = {
    "what": "Milja voi tulla terveydenhoitajan luo ilman ajanvarausta",
    "by": "Maria Anttila, terveydenhoitaja",
    "followed_by": "Elli Puhakka, kuraattori",
}
POSITIONS: Mapping[str, str] = {
    "milja": "oppilas",
    "elina": "huoltaja",
    "maria": "terveydenhoitaja",
    "elli": "kuraattori",
}
SAID: Mapping[tuple[Respondent, MeetingQuestion], Sequence[int]] = {
    (Respondent.STUDENT, MeetingQuestion.HEARD): (0, 1, 3, 8, 9),
    (Respondent.STUDENT, MeetingQuestion.CLEAR): (1, 2, 5, 7, 5),
    (Respondent.STUDENT, MeetingQuestion.NEXT): (1, 3, 5, 6, 4),
    (Respondent.GUARDIAN, MeetingQuestion.HEARD): (0, 1, 2, 7, 13),
    (Respondent.GUARDIAN, MeetingQuestion.CLEAR): (0, 0, 3, 8, 11),
    (Respondent.GUARDIAN, MeetingQuestion.NEXT): (1, 2, 4, 7, 6),
}
"""How often each grade from 1 to 5 was given in a term."""
