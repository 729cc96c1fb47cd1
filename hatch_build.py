"""What a wheel carries besides the package: the digests by which the grader knows the project's own notebooks."""

import json
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

OWN = "bcs_helpers/classroom/grading/own"


class OwnNotebooks(BuildHookInterface):
    """Writes own.json into a wheel; an editable install reads the notebooks themselves."""

    def initialize(self, version, build_data):
        """Gather what the folders hold, and include it."""
        root = Path(self.root)
        if version != "standard" or not (root / "exercises").is_dir():
            return
        spec = spec_from_file_location("own", root / f"{OWN}.py")
        own = module_from_spec(spec)
        spec.loader.exec_module(own)
        stored = Path(self.directory) / "own.json"
        stored.parent.mkdir(parents=True, exist_ok=True)
        stored.write_text(json.dumps(own.gather(root), ensure_ascii=False, sort_keys=True), encoding="utf-8")
        build_data["force_include"][str(stored)] = f"{OWN}.json"
