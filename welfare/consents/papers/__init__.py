"""Paper between the house and a giver: forms printed to be signed, and scans of what was signed.

A *printed form* asks about one kind of consent and has a number, which is told when an answer to it is recorded.
A *signed paper* is the scan of one expression of will: the only attachment the welfare register takes (OHL 21 § 1).
"""
