"""The ways out that this set answers, in the order of the guidance."""

from prerana_exit.pathways import client_and_family_ask, mutually_agreed, order_expired
from prerana_exit.pathways.pathway import Pathway

PATHWAYS: tuple[Pathway, ...] = (mutually_agreed.PATHWAY, client_and_family_ask.PATHWAY, order_expired.PATHWAY)
