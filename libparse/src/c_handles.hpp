// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <exception>
#include <filesystem>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libparse.h"
#include "libparse/error.hpp"
#include "libparse/parse.hpp"
#include "libparse/rule_pack.hpp"

// What the handles of libparse.h stand for, and how exceptions become its errors.

struct libparse_error {
  libparse_status code = LIBPARSE_INTERNAL;
  std::string message;
  std::string where;
};

struct libparse_options {
  libparse::ParseOptions parse;
  std::vector<std::filesystem::path> folders;
  std::optional<libparse::RulePack> rules;  ///< of the folders
  [[nodiscard]] const libparse::RulePack& pack() const { return rules ? *rules : libparse::RulePack::builtin(); }
};

struct libparse_buffer {
  std::string bytes;
};

struct libparse_notice {
  libparse::ParseResult result;    ///< without text for a list that was read
  bool explain = false;            ///< whether what is explained is written
  std::vector<std::size_t> marks;  ///< byte offset of code points at equal distances of the text
};

struct libparse_lists {
  std::vector<libparse_notice> notices;
};

namespace libparse::c {

libparse_status status_of(ErrorCode code) noexcept;

/// Makes the error where one is wanted, and gives back its code.
libparse_status give(libparse_error** error, libparse_status code, const char* message,
                     const char* where = "") noexcept;

/// The status and error for a pointer that must not be NULL.
libparse_status missing(libparse_error** error) noexcept;

/// Runs what may throw, and turns what it throws into a status and an error.
template <typename Work>
libparse_status guarded(libparse_error** error, const Work& work) noexcept {
  if (error != nullptr) *error = nullptr;
  try {
    work();
    return LIBPARSE_OK;
  } catch (const Error& e) {
    return give(error, status_of(e.code()), e.what(), e.where().c_str());
  } catch (const std::bad_alloc&) {
    return LIBPARSE_MEMORY;
  } catch (const std::exception& e) {
    return give(error, LIBPARSE_INTERNAL, e.what());
  } catch (...) {
    return give(error, LIBPARSE_INTERNAL, "an exception of an unknown type");
  }
}

inline std::string_view view(const void* bytes, std::size_t size) {
  return size == 0 ? std::string_view() : std::string_view(static_cast<const char*>(bytes), size);
}

}  // namespace libparse::c
