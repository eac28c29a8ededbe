"""Feedback: when a matter has been closed its student is offered three questions, and nobody learns the answers.

An *offer* is made once for a matter, however often it is reopened and closed: it waits until the student answers, on
the own page or on the worker's device, or until the worker tells why it was not answered. The answers go into a
*tally* by provider, term and service, which holds no id of anybody, no matter and no time; the provider's coordinator
sees it from five answers on, and it grows by five at least (rule 38).
"""
