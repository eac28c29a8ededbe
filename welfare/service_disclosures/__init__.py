"""The one bridge from a service's own register to an expert group: chosen sentences, on a ground (OHL 23 § 2; rule 22).

This room stands above the services' records and above the student welfare register, which know nothing of each other.
The worker of a client who is a member of the pupil's expert group picks sentences of the record; the group's journal
gets its line (OHL 20 § 5), the register keeps the id of the *disclosure* and nothing else, and the log of either
controller tells of it (ATL 10 §). Not here: what the group gives to others (welfare/disclosures).
"""
