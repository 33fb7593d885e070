// SPDX-License-Identifier: MIT
#include <iostream>
#include <libparse/io.hpp>
#include <libparse/parse.hpp>

int main() {
  const libparse::ParseResult result = libparse::parse_notice("一、工作任务\n", {.path = "notice.txt"});
  libparse::write_ndjson(result.list, std::cout);
  return result.list.document.source.path == "notice.txt" ? 0 : 1;
}
