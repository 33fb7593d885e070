// SPDX-License-Identifier: MIT
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "libparse/task_list.hpp"
#include "planconv/options.hpp"
#include "planconv/task_table.hpp"

namespace planconv {

/// Reads inputs: task lists, and tables of them, with or without the base that they were made from.
class Loader {
 public:
  /// Reads the base too, where `options` name one.
  ///
  /// Errors: as tools::read_task_lists.
  Loader(const Options& options, std::istream& standard_input);

  /// The task lists that an input holds. \param path  as messages name it
  ///
  /// Errors: throws libparse::Error{format} with the place, as libparse::read_task_lists, read_csv and find_table. The
  ///         cells of a table that cannot be read are all in `problems`; then the lists are not to be used.
  [[nodiscard]] std::vector<libparse::TaskList> load(std::string_view bytes, const std::string& path,
                                                     Problems& problems) const;

 private:
  const Options& options_;
  std::vector<libparse::TaskList> base_;
};

}  // namespace planconv
