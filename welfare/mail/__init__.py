"""Mail: the outbox of silent mails, planned in the transaction of a deed and delivered afterwards by a job.

A mail can say one of a few things (`MailKind`), a link and an appointment. An order for one, `work.plan_mail(...)`, has
no room for a name, a subject, a school, a class or a reason: whoever reads over a shoulder, runs a mail server or finds
a telephone learns that somebody has a meeting.

The address is taken from the directory when the mail is planned, and lies sealed beside the text in the recipient's own
key. A mail is *planned*, *delivered* or *failed*; its Message-ID never changes, so that one sent again after a crash is
known to be the same. It is delivered at least once; here it counts as delivered once.
"""
