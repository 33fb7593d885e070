// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "libparse/error.hpp"

namespace tests {

struct Refusal {
  libparse::ErrorCode code;
  std::string message;
};

/// The error that `action` ends in, if it does.
inline std::optional<Refusal> refusal(const std::function<void()>& action) {
  try {
    action();
  } catch (const libparse::Error& error) {
    return Refusal{error.code(), error.what()};
  }
  return std::nullopt;
}

inline bool refused(libparse::ErrorCode code, const std::string& part, const std::function<void()>& action) {
  const std::optional<Refusal> found = refusal(action);
  return found && found->code == code && found->message.find(part) != std::string::npos;
}

}  // namespace tests
