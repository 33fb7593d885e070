// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <string_view>

#include "input/source_text.hpp"
#include "libparse/error.hpp"
#include "libparse/rule_pack.hpp"
#include "text/document_text.hpp"

using namespace std::string_literals;

namespace {

std::string repeat(std::string_view what, std::size_t times) {
  std::string out;
  out.reserve(what.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += what;
  return out;
}

/// The error's message, or empty.
std::string refusal(const std::string& page, const libparse::InputOptions& options = {}) {
  libparse::Diagnostics diagnostics;
  try {
    libparse::input::read_html(page, options, libparse::RulePack::builtin().pack(), diagnostics);
  } catch (const libparse::Error& error) {
    CHECK(error.code() == libparse::ErrorCode::limit);
    return error.what();
  }
  return {};
}

/// Far more than any of these pages takes, sanitizers on a busy machine included, and far less than a quadratic reader.
constexpr std::chrono::seconds kSoon{30};

}  // namespace

TEST_CASE("pages that would keep a parser busy for hours are refused at once, by name of the limit") {
  std::string attributes = "<p ";
  for (int i = 0; i < 300'000; ++i) attributes += "a" + std::to_string(i) + " ";
  std::string formatting = "<p>";
  for (int i = 0; i < 20'000; ++i) formatting += "<b id=" + std::to_string(i) + ">";
  const auto start = std::chrono::steady_clock::now();
  for (const std::string& page :
       {repeat("<div>", 100'000), repeat("<span>", 100'000), repeat("<table><tr><td>", 20'000), attributes + ">",
        formatting + repeat("<p>x", 20'000), repeat("<a href=x><div>", 50'000), "<p " + repeat("<b ", 1'000'000)}) {
    CAPTURE(page.substr(0, 40));
    CHECK(refusal(page).find("--max-xml-depth") != std::string::npos);
  }
  CHECK(std::chrono::steady_clock::now() - start < kSoon);
}

TEST_CASE("broken and bloated pages are read in time with their size") {
  const auto start = std::chrono::steady_clock::now();
  for (const std::string& page :
       {repeat("<", 2'000'000), "<p>" + repeat("&amp;&#x4e00;&notit;&#0;&#xffffffff;&bogus;", 20'000),
        "<!--" + repeat("-", 2'000'000), "<script>" + repeat("</", 1'000'000),
        "<style>" + repeat(".a{display:none}", 100'000) + "</style><p class=b>通知",
        "<p class='" + repeat("b ", 500'000) + "'>通知", "<p title='" + repeat("x", 2'000'000) + "'>通知",
        repeat("</p>", 200'000), "<table>" + repeat("<tr><td rowspan=65534 colspan=1000>x", 3'000),
        repeat("<p>通知", 50'000)}) {
    CAPTURE(page.substr(0, 40));
    CHECK(refusal(page) == "");
  }
  CHECK(std::chrono::steady_clock::now() - start < kSoon);
}

TEST_CASE("limits of depth, size and time can be set") {
  libparse::InputOptions options;
  const std::string deep = repeat("<div>", 300) + "通知";
  CHECK(refusal(deep).find("more than 256 deep; --max-xml-depth") != std::string::npos);
  options.limits.xml_depth = 400;
  CHECK(refusal(deep, options) == "");
  options.limits.expanded_bytes = 1 << 20;
  CHECK(refusal(repeat("<p>通知", 50'000), options).find("--max-expanded-bytes") != std::string::npos);
  options = {};
  options.limits.time = std::chrono::milliseconds(1);
  CHECK(refusal(repeat("<p>通知", 200'000), options).find("--time-limit") != std::string::npos);
}

TEST_CASE("zero bytes and stray bytes in a page are read over") {
  libparse::Diagnostics diagnostics;
  const auto page = libparse::input::read_html(
      "<p>一、\0通知的内容要认真落实，\xFF各单位要按时报送，并将情况及时报告，不得拖延，确保按期完成全部工作任务。\0"s,
      {}, libparse::RulePack::builtin().pack(), diagnostics);
  CHECK(page.utf8.starts_with("一、通知的内容"));
  CHECK(diagnostics.size() == 1);
}

TEST_CASE("a character reference too large for any number is read as U+FFFD") {
  libparse::Diagnostics diagnostics;
  const auto page = libparse::input::read_html(
      "<title>&#xcccccccccccccccccc10FFFF;</title><p>一、通知的内容&#xcccccccccccccccccc10FFFF;要认真落实，"
      "各单位要按时报送，并将情况及时报告，不得拖延，确保按期完成全部工作任务。",
      {}, libparse::RulePack::builtin().pack(), diagnostics);
  CHECK(page.utf8.starts_with("一、通知的内容\uFFFD"));
  CHECK(libparse::text::decode_utf8(page.utf8).bad == 0);
}
