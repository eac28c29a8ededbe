"""The student welfare journal (opiskeluhuoltokertomus, elevhälsojournal): one chronological record of one matter.

An *entry* is written once, by a named author in the profession or office held at that moment (OHL 20 § 4); a mistake is
mended by a linked *correction*, and data given to a non-participant leaves a *disclosure* entry (20 § 5). The register
takes no attachment but expressions of will (21 § 1). Not here: unfinished text (drafts), the services' own notes.
"""
