// SPDX-License-Identifier: MIT
#include "input/limits.hpp"

#include "libparse/error.hpp"

namespace libparse::input {

void refuse_over(const std::string& what, std::size_t limit, std::string_view unit, std::string_view option) {
  throw Error(ErrorCode::limit, what + ", more than the limit of " + std::to_string(limit) + " " + std::string(unit) +
                                    "; " + std::string(option) + " raises it");
}

void check_input_size(std::size_t bytes, const Limits& limits) {
  if (bytes > limits.input_bytes) {
    refuse_over("the input has " + std::to_string(bytes) + " bytes", limits.input_bytes, "bytes", "--max-input-bytes");
  }
}

void Deadline::refuse() const {
  throw Error(ErrorCode::limit, "reading took longer than the limit of " + std::to_string(limit_.count()) +
                                    " milliseconds; --time-limit raises it");
}

}  // namespace libparse::input
