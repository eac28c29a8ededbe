"""Students, guardians and staff: who they are, where they study and work, and who decides for whom.

A *person* is one human being in one controller's directory. An *assignment* is a staff role at an organisation, an
*enrolment* a student's place in a class, a *guardianship* what one adult may do and know for one student (LHL 3-9 §).
Names, codes, contacts and addresses are sealed under a key of the person's own; an address under non-disclosure for
safety (661/2009 36-37 §) is of the PLACE class and drawn by one component only.
"""
