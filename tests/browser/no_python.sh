#!/usr/bin/env bash
echo "python3 is not installed: the page is not tested"
exit 77
