"""Data rights: what people may ask about the records that are about them, and what they are answered.

A *log request* asks who has used somebody's data in one register (ATL 11 §, GDPR 15). It is received at the officer's
desk, has a last day, and ends in a *report* made from the chain or in a *decision* not to give it; both are sent. The
requests are kept under the controller's own key, outside the registers they ask about (OHL 21 § 1).
Not here: the trail itself (oversight), and what a pupil sees on the own page.
"""
