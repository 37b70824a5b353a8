"""Dashboard and alerts ask only for metrics and labels that there are; the dashboard shows all of them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from bot.telegram.updates.metrics import Metrics

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
_NAME = re.compile(r"\b(?:spravka|process)_[a-z_]+\b")
_SELECTED = re.compile(r"\b((?:spravka|process)_[a-z_]+)\{([^}]*)\}")
_GROUPED = re.compile(r"by \(([^)]*)\)")
_OF_PROMETHEUS = {"job", "instance", "le"}


def exported() -> dict[str, set[str]]:
    """Each series name with the labels of its family."""
    found: dict[str, set[str]] = {}
    for collector in (*vars(Metrics()).values(),):
        for family in getattr(collector, "describe", list)():
            labels = set(getattr(collector, "_labelnames", ()))
            kinds = {
                "counter": [f"{family.name}_total"],
                "histogram": [f"{family.name}_{part}" for part in ("bucket", "count", "sum")],
            }
            for name in kinds.get(family.type, [family.name]):
                found[name] = labels
    return found


def expressions() -> dict[str, str]:
    """Every expression of both files by where it stands."""
    dashboard = json.loads((DEPLOY / "grafana.json").read_text("utf-8"))
    rules = yaml.safe_load((DEPLOY / "alerts.yml").read_text("utf-8"))["groups"]
    shown = {
        f"{panel['title']} {target['refId']}": target["expr"]
        for panel in dashboard["panels"]
        for target in panel["targets"]
    }
    return shown | {rule["alert"]: rule["expr"] for group in rules for rule in group["rules"]}


@pytest.mark.parametrize(("place", "expression"), expressions().items())
def test_metrics_and_labels_exist(place: str, expression: str) -> None:
    known = exported()
    used = set(_NAME.findall(expression))
    assert used or expression.startswith("up{"), place
    assert {name for name in used if name.startswith("spravka_")} <= known.keys()
    assert {name for name in used if name.startswith("process_")} <= {
        "process_resident_memory_bytes",
        "process_cpu_seconds_total",
    }
    for name, selectors in _SELECTED.findall(expression):
        labels = set(re.findall(r"([a-z_]+)\s*(?:=~|!=|=)", selectors))
        assert labels <= known.get(name, set()) | _OF_PROMETHEUS, place
    grouped = {label.strip() for group in _GROUPED.findall(expression) for label in group.split(",")}
    assert grouped <= set().union(*(known.get(name, set()) for name in used)) | _OF_PROMETHEUS, place


def test_the_dashboard_shows_every_metric() -> None:
    text = (DEPLOY / "grafana.json").read_text("utf-8")
    families = {re.sub(r"_(?:bucket|count|sum)$", "", name) for name in exported()}
    assert {name for name in families if name not in text} == set()


def test_every_alert_says_what_to_do() -> None:
    for group in yaml.safe_load((DEPLOY / "alerts.yml").read_text("utf-8"))["groups"]:
        for rule in group["rules"]:
            assert rule["labels"]["severity"] in ("page", "ticket")
            assert rule["annotations"].keys() == {"summary", "action"}
