// SPDX-License-Identifier: MIT
#include "pdf/pdf_tokens.hpp"

#include <charconv>
#include <cmath>

namespace libparse::pdf {
namespace {

constexpr std::size_t kMostOperands = 8;  ///< the most that an operator of drawing takes is 6

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0'; }

bool is_delimiter(char c) { return std::string_view("()<>[]{}/%").find(c) != std::string_view::npos; }

}  // namespace

bool PdfTokens::next(PdfOperation& operation) {
  operation.numbers.clear();
  operation.resource = {};
  while (at_ < bytes_.size()) {
    const char c = bytes_[at_];
    if (is_space(c) || c == '[' || c == ']' || c == '{' || c == '}' || c == ')' || c == '>') {
      ++at_;
    } else if (c == '%') {
      while (at_ < bytes_.size() && bytes_[at_] != '\n' && bytes_[at_] != '\r') ++at_;
    } else if (c == '(') {
      skip_string();
    } else if (c == '<') {
      ++at_;
      if (at_ < bytes_.size() && bytes_[at_] == '<')
        ++at_;  // what is in a dictionary are operands too
      else
        while (at_ < bytes_.size() && bytes_[at_] != '>') ++at_;
    } else {
      const bool name = c == '/';
      const std::size_t begin = name ? ++at_ : at_;
      while (at_ < bytes_.size() && !is_space(bytes_[at_]) && !is_delimiter(bytes_[at_])) ++at_;
      const std::string_view token = bytes_.substr(begin, at_ - begin);
      if (name) {
        operation.resource = token;
        continue;
      }
      const char first = token.front();
      if ((first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.') {
        double value = 0;
        std::from_chars(token.data() + (first == '+'), token.data() + token.size(), value);
        if (operation.numbers.size() == kMostOperands) operation.numbers.erase(operation.numbers.begin());
        operation.numbers.push_back(std::isfinite(value) ? value : 0);
        continue;
      }
      operation.name = token;
      if (token == "ID") skip_inline_image();
      return true;
    }
  }
  return false;
}

void PdfTokens::skip_string() {
  std::size_t depth = 0;
  for (; at_ < bytes_.size(); ++at_) {
    const char c = bytes_[at_];
    if (c == '\\') {
      ++at_;
    } else if (c == '(') {
      ++depth;
    } else if (c == ')' && --depth == 0) {
      ++at_;
      return;
    }
  }
  at_ = bytes_.size();
}

/// Behind `ID`, to the `EI` that stands by itself.
void PdfTokens::skip_inline_image() {
  while (true) {
    const std::size_t end = bytes_.find("EI", at_);
    if (end == std::string_view::npos) {
      at_ = bytes_.size();
      return;
    }
    at_ = end + 2;
    if (end > 0 && is_space(bytes_[end - 1]) && (at_ == bytes_.size() || is_space(bytes_[at_]))) return;
  }
}

}  // namespace libparse::pdf
