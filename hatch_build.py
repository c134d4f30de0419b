"""Compiles the Dutch words (``*.po``) to what gettext reads (``*.mo``): at install and by ``make words``."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_words(root: Path) -> None:
    """Compile every catalogue under ``resources/locale``."""
    for source in sorted((root / "resources" / "locale").glob("*/LC_MESSAGES/*.po")):
        with source.open("rb") as file:
            catalogue = read_po(file, abort_invalid=True)
        with source.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalogue)


class WordsHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs before a wheel or an editable install is made."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, object]) -> None:  # noqa: ARG002
        """Compile, and take the results along although git ignores them."""
        compile_words(Path(self.root))
        build_data["artifacts"] = ["resources/locale/*/LC_MESSAGES/*.mo"]


if __name__ == "__main__":
    compile_words(Path(__file__).parent)
