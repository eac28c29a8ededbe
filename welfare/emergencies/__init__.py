"""Emergencies: a matter opened without a place in its group (break-glass), and the review of each opening.

An *opening* shows the chosen *sections* of one matter to one worker of the pupil's services, for an hour, on one page
that can only be read. Its reason stands in every event it leaves (`break_glass:<code>`), the responsible person and the
officer are told at once, and the officer *reviews* it within three working days (OHL 23 § 2; TihL 16-17 §). It puts the
matter into no list and no search, and opens no other page. There is no other way in, for anybody.
"""
