"""Access copies: everything that one register holds about one person, as that person may have it (GDPR 15).

A request is received at the officer's desk or on the own page. Once it is sure who asks, and that there is a right, the
*parts* are gathered: one for each record, known by its kind and id, without a word of it. A *reviewer* looks at each
part and leaves out what is somebody else's, as *spans* of its fields or as a whole, each on a coded ground; the records
stay as they are. The decision puts the copy together, seals it, and it is handed over or fetched on the own page.
Nothing goes before every part has been looked at. Words: access copy (kopio omista tiedoista, kopia av egna uppgifter).
Not here: the log of who has used the data (datarights), and correcting (rectifications).
"""
