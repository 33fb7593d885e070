// SPDX-License-Identifier: MIT
#include <fstream>
#include <iostream>
#include <iterator>
#include <libparse/io.hpp>
#include <libparse/parse.hpp>

// usage: consumer NOTICE.pdf
int main(int argc, char** argv) {
  const libparse::ParseResult result = libparse::parse_notice("一、工作任务\n", {.path = "notice.txt"});
  for (const libparse::Task& task : result.list.tasks) std::cout << task.id << ' ' << task.text << '\n';
  libparse::write_json(result.list, std::cout);
  if (argc < 2) return 2;
  std::ifstream file(argv[1], std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  libparse::write_json(libparse::parse_notice(bytes, {.path = "notice.pdf"}).list, std::cout);
}
