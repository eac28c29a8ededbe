"""Retention: how long each kind of record is kept, and its end.

A *controller* decides on a *rule* for every kind it keeps; what is only offered destroys nothing. A *thing* is what has
a data key of its own: a matter with all its rows, a pupil's expressions of will outside any matter, a request, a
service's client file, a log request, somebody of the directory. A *hold* keeps a thing beyond its time. A *run* is
proposed by one person and approved by another; then a job destroys its *items* one by one, key first, and a signed
*certificate* tells what is gone. Two clocks must agree. The trail stays, with ids alone (TihL 21 §; rules 30 and 31).
Not here: the mails, jobs and drafts that the house clears away by itself after days, and the trail's own end.
"""
