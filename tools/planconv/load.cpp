// SPDX-License-Identifier: MIT
#include "planconv/load.hpp"

#include "common/task_lists.hpp"
#include "libparse/error.hpp"
#include "libparse/io.hpp"

namespace planconv {

std::vector<libparse::TaskList> load_lists(std::string_view bytes, const std::string& path, const Options& options) {
  switch (options.input_format) {
    case Format::json:
      return libparse::read_json(bytes, path);
    case Format::yaml:
      return libparse::read_yaml(bytes, path);
    case Format::ndjson:
      return libparse::read_ndjson(bytes, path);
    default:
      return tools::parse_task_lists(bytes, path);
  }
}

}  // namespace planconv
