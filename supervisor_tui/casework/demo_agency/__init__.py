"""The demo agency: a believable agency in which nobody exists, laid out backwards from the day it is opened on.

`agency` builds it. Each course of a case is a module: what happens to a child in the community, on the way back to the
family, in aftercare, at the end of the work. The words stand in files of their own, see `folder` and `words`.
"""

from supervisor_tui.casework.demo_agency.agency import DemoAgency, demo_agency
from supervisor_tui.casework.demo_agency.identities import DemoIdentity

__all__ = ["DemoAgency", "DemoIdentity", "demo_agency"]
