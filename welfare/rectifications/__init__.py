"""Rectifications: corrections that somebody asks for in a record about them (oikaisu, rättelse; GDPR 16).

A request names one entry of the journal, says what is wrong and what it should be. Whoever is responsible for the
matter assesses it: the entry is corrected in the journal's own way, the asker's own statement is put beside it, or the
request is refused on a coded ground with a written decision. Both texts are kept. The officer's desk receives what
comes on paper, sees the last days, and keeps that the asker was told.
"""
