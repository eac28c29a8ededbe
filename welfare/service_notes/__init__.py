"""The services' own records of their clients: curator, psychologist, and the nurse and doctor (OHL 20 § 2, 21 § 2-3).

A *client* is a pupil in one service; the *client file* is that service's record, sealed under a key of its own in the
service's register, whose controller arranges the service: the wellbeing services county as a rule. A *note* is written
once and mended by a linked correction; a client has one *own worker*, may be *handed over* with the receiver's
acceptance, is *taken over* where the own worker has left the service, and is seen by a *cover* on the days of an
absence alone. A plan is printed for whoever has the client. An *appointment* is planned or called off; that
somebody stayed away is written nowhere (rule 14).

Not here: the education provider's student welfare register. This room imports none of the rooms that keep it, and
nothing joins the two but the id of a disclosure (rule 22). ``WELFARE_SERVICE_RECORDS=off`` leaves the room out.
"""
