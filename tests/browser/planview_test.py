# SPDX-License-Identifier: MIT
"""Tests of the page that planview writes, in headless Chromium. docs/testing.md says how to run them."""
import argparse
import os
import shutil
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import page_case
from chromium import find_chromium


def main():
    parser = argparse.ArgumentParser()
    for tool in ("planview", "planparse", "planeval", "source"): parser.add_argument(f"--{tool}", required=True)
    parser.add_argument("--shared", default="", help="folder with more notices; may be missing")
    tools, rest = parser.parse_known_args()
    tools.chromium = find_chromium()
    if tools.chromium is None:
        print("chromium is not installed: the page is not tested")
        return 77
    tools.work = tempfile.mkdtemp(prefix="planview-test-")
    page_case.TOOLS = tools
    import correct_cases
    import look_cases
    import speed_cases
    suite = unittest.TestSuite(unittest.defaultTestLoader.loadTestsFromModule(module)
                               for module in (look_cases, correct_cases, speed_cases))
    if rest:  # names of single tests
        suite = unittest.TestSuite(test for group in suite for case in group for test in case
                                   if any(name in test.id() for name in rest))
    try:
        return 0 if unittest.TextTestRunner(verbosity=2).run(suite).wasSuccessful() else 1
    finally:
        if page_case.PageCase.browser: page_case.PageCase.browser.close()
        shutil.rmtree(tools.work, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
