// SPDX-License-Identifier: MIT
#include "planview/page.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "libparse/digest.hpp"
#include "libparse/parse.hpp"
#include "planview/charts.hpp"
#include "planview/page_files.hpp"

namespace {

using planview::Language;

std::string between(const std::string& text, const std::string& before, const std::string& behind) {
  const std::size_t begin = text.find(before);
  REQUIRE(begin != std::string::npos);
  const std::size_t from = begin + before.size();
  return text.substr(from, text.find(behind, from) - from);
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

const std::string kHostile =
    "关于</script><script>alert(1)</script>的通知\n一、任务</title><img src=x onerror=alert(2)>\n"
    "1.<!--<script>建成充电桩500个，2025年底前完成。责任单位：县\"住建局\u2028&\n";

}  // namespace

TEST_CASE("text in a script element has no angle bracket and no line separator, and is the same value") {
  const std::string hostile = "</script><!-- \u2028 \u2029 \u2027 \\ \" \x01 \n 通知";
  const std::string json = planview::escape_for_script(planview::as_json_string(hostile));
  CHECK(json.find('<') == std::string::npos);
  CHECK(json.find("\u2028") == std::string::npos);
  CHECK(json.find("\u2029") == std::string::npos);
  CHECK(json.find("\u2027") != std::string::npos);
  CHECK(nlohmann::json::parse(json).get<std::string>() == hostile);
}

TEST_CASE("places are filled once: a value that looks like a place stays as it is") {
  CHECK(planview::fill_places("<{{a}}|{{b}}|{{a}}>", {{"a", "{{b}}"}, {"b", "2"}}) == "<{{b}}|2|{{b}}>");
  CHECK(planview::fill_places("nothing", {}) == "nothing");
  CHECK_THROWS_AS((void)planview::fill_places("{{c}}", {}), std::out_of_range);
}

TEST_CASE("the security policy allows the page's own script and style by digest and nothing else") {
  // SHA-256 of the empty text, in hex and in base64.
  const std::string empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  const std::string digest = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
  CHECK(planview::security_policy(empty, empty) ==
        "default-src 'none'; script-src " + digest + "; style-src " + digest + "; base-uri 'none'; form-action 'none'");
}

TEST_CASE("the digests are those of the script and the style as they stand in the page") {
  const std::string page = planview::make_page(libparse::parse_notice("一、任务\n").list, std::nullopt, Language::zh);
  const planview::PageFiles& files = planview::page_files();
  const std::string script = between(page, "<script>", "</script>");
  const std::string style = between(page, "<style>", "</style>");
  CHECK(script == files.script);
  CHECK(style == files.style);
  CHECK(libparse::sha256_hex(script) == files.script_sha256);
  CHECK(libparse::sha256_hex(style) == files.style_sha256);
}

TEST_CASE("what a notice says stays data") {
  const libparse::ParseResult result = libparse::parse_notice(kHostile, {.path = "n.txt"});
  REQUIRE_FALSE(result.list.tasks.empty());
  const std::string page = planview::make_page(result.list, result.text, Language::en);
  CHECK(count(page, "<script") == 5);  // four of data, one of code
  CHECK(count(page, "</script>") == 5);
  CHECK(count(page, "<img") == 0);
  CHECK(count(page, "</title>") == 1 + count(planview::draw_timeline(result.list, Language::en, false) +
                                                 planview::draw_matrix(result.list, Language::en, false),
                                             "</title>"));
  const auto text = nlohmann::json::parse(between(page, R"(id="data-text">)", "</script>"));
  CHECK(text.get<std::string>() == result.text);
  const auto list = nlohmann::json::parse(between(page, R"(id="data-list">)", "</script>"));
  CHECK(list["tasks"][0]["text"].get<std::string>() == result.list.tasks[0].text);
}

TEST_CASE("a page without the notice says so to its script") {
  const libparse::ParseResult result = libparse::parse_notice("一、任务\n1.建成桥梁3座。\n");
  CHECK(between(planview::make_page(result.list, std::nullopt, Language::zh), R"(id="data-text">)", "<") == "null");
}

TEST_CASE("both languages have the same words, and the charts and the markup ask for words that exist") {
  const planview::PageFiles& files = planview::page_files();
  const auto zh = nlohmann::json::parse(files.words_json[0]);
  const auto en = nlohmann::json::parse(files.words_json[1]);
  REQUIRE(zh.size() == files.words[0].size());
  for (const auto& [bound_key, word] : zh.items()) {
    const auto& key = bound_key;  // Clang 14 captures no binding
    CAPTURE(key);
    CHECK(en.contains(key));
    CHECK_FALSE(word.get<std::string>().empty());
    CHECK(planview::word(Language::zh, key) == word.get<std::string>());
  }
  CHECK(zh.size() == en.size());
  const std::string html(files.html);
  for (const std::string attribute : {"data-word=\"", "data-word-label=\"", "data-word-hint=\""}) {
    for (std::size_t at = html.find(attribute); at != std::string::npos; at = html.find(attribute, at + 1)) {
      const std::size_t begin = at + attribute.size();
      const std::string key = html.substr(begin, html.find('"', begin) - begin);
      CAPTURE(key);
      CHECK(zh.contains(key));
    }
  }
}
