"""Jobs: what a deed leaves to be done afterwards, kept in the deed's own transaction and done once.

A *job* is ordered by `work.plan_job(JobOrder(...))` and exists exactly if that transaction committed. It has a *kind*,
whose *handler* does it, and a *key*: ordered again with the same kind and key it is the same job. It holds ids and
codes, never words; what is personal lies sealed where the handler finds it.

A *worker* claims a job for a while, and claims nothing that another holds. The handler may talk to the world in
between, but what it changes here it changes in one transaction together with the end of the job, and only while the
claim is still its own: so a job is done at least once, and its effect here is there exactly once. A job that fails is
tried again, later each time; one that fails too often is *given up*, and says so until somebody looks. Each try leaves
an event of the system that names the account which ordered the job.
"""
