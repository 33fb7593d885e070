// SPDX-License-Identifier: MIT
#include <fstream>
#include <iostream>
#include <iterator>
#include <libparse/error.hpp>
#include <libparse/io.hpp>
#include <libparse/parse.hpp>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::ifstream file(argv[1], std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  try {
    const libparse::ParseResult result = libparse::parse_notice(bytes, {.path = argv[1]});
    for (const libparse::Task& task : result.list.tasks) std::cerr << task.id << ' ' << task.text << '\n';
    libparse::write_json(result.list, std::cout);
  } catch (const libparse::Error& error) {
    std::cerr << argv[1] << ": " << error.what() << '\n';
    return 3;
  }
}
