"""The bridges out of the welfare register: disclosures, what teachers are told, notifications and transfers (IND §5).

A *disclosure* (luovutus, utlämnande) gives selected *passages* of the journal, or words written for the purpose, to a
*receiver* who takes no part in the student's welfare, on a coded ground (OHL 22-23 §); the journal tells of it as it
happens (OHL 20 § 5). A receiver with an account reads a *copy* for a time, all others get a paper. Not here: what a
new school needs for teaching (POL 40 §, OVL 23 § 3), which comes from the pupil register.
"""
