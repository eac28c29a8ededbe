"""County, education provider, school and class, their languages, and the school calendar that the law's clock runs on.

An *organisation* is a county, a provider or a school (unit). A *class* is a home group or a teaching group of a school.
Not here: people. Law: OHL 1 and 9 §, POL 23 § (school year).
"""
