"""What pytest leaves alone when it looks for examples in docstrings, and how the property tests draw their cases.

Property tests have no time limit for one case: on a machine with other work to do, it would fail what is right. They
draw new cases in every run; with ``--hypothesis-profile=repeatable``, as in ``./check``, always the same.
"""

from hypothesis import HealthCheck, settings

# Alembic runs this module with its context set up; it cannot be imported without.
collect_ignore = ["src/onrecord/store/migrations/env.py"]

settings.register_profile("any-machine", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.register_profile("repeatable", settings.get_profile("any-machine"), derandomize=True)
settings.load_profile("any-machine")
