"""The life of an experiment: it runs, and it ends in one of four ways, each as good as the others."""

from enum import StrEnum


class State(StrEnum):
    """Where an experiment is in its life."""

    RUNNING = "running"
    LET_GO = "let_go"
    IMPROVE = "improve"
    GO_ON = "go_on"
    STOPPED = "stopped"


ENDINGS = (State.LET_GO, State.IMPROVE, State.GO_ON, State.STOPPED)
"""How it can end, in the order in which it is asked."""


class StepNotAllowed(ValueError):
    """An experiment cannot go from the one state to the other."""


def step(before: str, after: str) -> State:
    """The state after a step. What ended can run again, for nothing is final; from ending to ending it must do so."""
    here, there = State(before), State(after)
    if here is not there and State.RUNNING not in (here, there):
        msg = f"{here} cannot become {there}"
        raise StepNotAllowed(msg)
    return there


def is_over(state: str) -> bool:
    """Whether it has ended, in whatever way."""
    return state != State.RUNNING
