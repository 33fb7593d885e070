// SPDX-License-Identifier: MIT
#include <iostream>
#include <libparse/io.hpp>
#include <libparse/parse.hpp>

int main() {
  const libparse::ParseResult result = libparse::parse_notice("一、工作任务\n", {.path = "notice.txt"});
  for (const libparse::Task& task : result.list.tasks) std::cout << task.id << ' ' << task.text << '\n';
  libparse::write_json(result.list, std::cout);
}
