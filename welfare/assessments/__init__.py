"""Assessments of study and school ability (koulukuntoisuus, opiskelukyky): asked of several, put together by the group.

A *process* is the provider's own model: its steps, and for each capacity the questions, in both languages and in
numbered versions. An *assessment* is one process in one matter; an *observation* is what one named *informant* (the
student, a guardian, a teacher, a professional) is asked and answers. Each sees the own form and no other; the group
sees the answers side by side when nobody is still to answer. The *conclusion* becomes an entry of the journal, and the
answers, which are working papers, are gone with it (OHL 20 § 4, 21 § 1; rule 21).
"""
