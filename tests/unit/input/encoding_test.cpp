// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

#include "input/double_byte.hpp"
#include "input/encoding.hpp"
#include "input/html_prescan.hpp"
#include "libparse/digest.hpp"
#include "libparse/error.hpp"
#include "libparse/rule_pack.hpp"

using namespace libparse::input;
using namespace std::string_literals;
using libparse::Diagnostics;
using libparse::Error;
using libparse::ErrorCode;

namespace {

const libparse::rules::Pack& pack() { return libparse::RulePack::builtin().pack(); }

/// 关于印发防汛工作方案的通知 in the encodings that are found without a mark.
const std::string kGb =
    "\xB9\xD8\xD3\xDA\xD3\xA1\xB7\xA2\xB7\xC0\xD1\xB4\xB9\xA4\xD7\xF7\xB7\xBD\xB0\xB8\xB5\xC4\xCD\xA8\xD6\xAA";
const std::string kText = "关于印发防汛工作方案的通知";
/// 關於防汛工作的通知
const std::string kBig5 = "\xC3\xF6\xA9\xF3\xA8\xBE\xA6\xC4\xA4\x75\xA7\x40\xAA\xBA\xB3\x71\xAA\xBE";

std::string utf16(std::string_view ascii_and_units, bool big) {
  std::string out;
  for (std::size_t i = 0; i + 1 < ascii_and_units.size(); i += 2) {  // given as big-endian pairs
    out.push_back(ascii_and_units[big ? i : i + 1]);
    out.push_back(ascii_and_units[big ? i + 1 : i]);
  }
  return out;
}
/// 通知 and a line feed.
const std::string kUnits = "\x90\x1A\x77\xE5\x00\x0A"s;

struct Outcome {
  std::string text, encoding, message;
  ErrorCode code = ErrorCode::unreadable;
  std::size_t diagnostics = 0;
};

Outcome read(std::string_view bytes, std::string_view label = {}, Declaration declaration = Declaration::none) {
  Outcome out;
  Diagnostics diagnostics;
  try {
    const EncodedText found = decode_text(bytes, label, declaration, pack(), diagnostics);
    out.text = found.text.utf8;
    out.encoding = name_of(found.encoding);
  } catch (const Error& error) {
    out.message = error.what();
    out.code = error.code();
  }
  out.diagnostics = diagnostics.size();
  return out;
}

/// Every two-byte code decoded on its own, a line each.
std::string all_pairs(libparse::text::Decoded (*decode_pair)(std::string_view), bool big5) {
  std::string out;
  for (int lead = 0x81; lead <= 0xFE; ++lead) {
    for (int trail = 0x40; trail <= 0xFE; ++trail) {
      if (trail == 0x7F || (big5 && trail > 0x7F && trail < 0xA1)) continue;
      const std::array<char, 2> pair{static_cast<char>(lead), static_cast<char>(trail)};
      const auto decoded = decode_pair({pair.data(), 2});
      out += (decoded.bad > 0 ? "\uFFFD" : decoded.utf8) + "\n";
    }
  }
  return out;
}

}  // namespace

TEST_CASE("every code of GB18030 and Big5 is the character of the WHATWG indexes") {
  // Sums over what a browser's TextDecoder makes of all codes (Chromium 156), one line each; Big5 with the four codes
  // of 11.1.1 that stand for two characters as the standard gives them.
  CHECK(libparse::sha256_hex(all_pairs(decode_gb18030, false)) ==
        "15e545f4b91e0eaf41cdae5cc7b70dd4bf6767f035ccf6938e02b478d6445267");
  CHECK(libparse::sha256_hex(all_pairs(decode_big5, true)) ==
        "ff9449ee666d609dc9999fd37e9ffee3fe633965e2280c3bdbce18f5aa8747d5");
  std::string quads;
  for (int p = 0; p < 39420; ++p) {
    const std::array<char, 4> code{static_cast<char>(0x81 + p / 12600), static_cast<char>(0x30 + p / 1260 % 10),
                                   static_cast<char>(0x81 + p / 10 % 126), static_cast<char>(0x30 + p % 10)};
    quads += decode_gb18030({code.data(), 4}).utf8 + "\n";
  }
  CHECK(libparse::sha256_hex(quads) == "92909d17617d1f48232bf148792e0ebe2f8d84d51ecaa7d2352c2ab94527b1f3");
}

TEST_CASE("GB18030 has the mapping of 2022") {
  struct Row {
    std::string_view bytes, text;
  };
  // The 18 codes that moved, and what the web adds (WHATWG Encoding, 10.2).
  for (const Row& row : {Row{"\xA6\xD9", "\uFE10"},
                         Row{"\xA6\xDA", "\uFE12"},
                         Row{"\xA6\xDB", "\uFE11"},
                         Row{"\xA6\xDC", "\uFE13"},
                         Row{"\xA6\xDD", "\uFE14"},
                         Row{"\xA6\xDE", "\uFE15"},
                         Row{"\xA6\xDF", "\uFE16"},
                         Row{"\xA6\xEC", "\uFE17"},
                         Row{"\xA6\xED", "\uFE18"},
                         Row{"\xA6\xF3", "\uFE19"},
                         Row{"\xFE\x59", "\u9FB4"},
                         Row{"\xFE\x61", "\u9FB5"},
                         Row{"\xFE\x66", "\u9FB6"},
                         Row{"\xFE\x67", "\u9FB7"},
                         Row{"\xFE\x6D", "\u9FB8"},
                         Row{"\xFE\x7E", "\u9FB9"},
                         Row{"\xFE\x90", "\u9FBA"},
                         Row{"\xFE\xA0", "\u9FBB"},
                         Row{"\x80", "€"},
                         Row{"\xA3\xA0", "\u3000"},
                         Row{"\xA8\xBC", "\u1E3F"},
                         Row{"\x81\x35\xF4\x37", "\uE7C7"},
                         Row{"\x84\x31\x95\x33", "\uFEFF"},
                         Row{"\x84\x31\xA4\x37", "\uFFFD"},
                         Row{"\x90\x30\x81\x30", "\U00010000"},
                         Row{"\x95\x32\x82\x36", "\U00020000"},
                         Row{"\xE3\x32\x9A\x35", "\U0010FFFF"}}) {
    CAPTURE(row.text);
    CHECK(decode_gb18030(row.bytes).utf8 == row.text);
    CHECK(decode_gb18030(row.bytes).bad == 0);
  }
}

TEST_CASE("what GB18030 does not have becomes U+FFFD, and the bytes behind it are read again") {
  struct Row {
    std::string_view bytes, text;
  };
  // WHATWG Encoding, 10.2.1: the steps of the decoder that return error.
  for (const Row& row :
       {Row{"\xFF", "\uFFFD"}, Row{"a\x81", "a\uFFFD"}, Row{"\x81\x20", "\uFFFD "}, Row{"\x81\xFF", "\uFFFD"},
        Row{"\x81\x7F", "\uFFFD\x7F"}, Row{"\x81\x30", "\uFFFD"}, Row{"\x81\x30\x81", "\uFFFD"},
        Row{"\x81\x30\x20",
            "\uFFFD"
            "0 "},
        Row{"\x81\x30\x81\x20",
            "\uFFFD"
            "0\uFFFD "},
        Row{"\x81\x30\xB9\xD8",
            "\uFFFD"
            "0关"},
        Row{"\x84\x31\xA5\x30", "\uFFFD"}, Row{"\xFE\x39\xFE\x39", "\uFFFD"}}) {
    CAPTURE(row.text);
    CHECK(decode_gb18030(row.bytes).utf8 == row.text);
  }
  CHECK(decode_big5("\x80\xA4\x20\xA4\xFF\xA4").utf8 == "\uFFFD\uFFFD \uFFFD\uFFFD");
  CHECK(decode_big5("\x88\x62\x88\xA5").utf8 == "\u00CA\u0304\u00EA\u030C");
}

TEST_CASE("encodings are found by mark, by UTF-8, and by what makes Chinese of the bytes") {
  struct Row {
    std::string bytes, encoding, text;
  };
  for (const Row& row :
       {Row{kText, "UTF-8", kText}, Row{"", "UTF-8", ""}, Row{"plain ASCII\n", "UTF-8", "plain ASCII\n"},
        Row{"\xEF\xBB\xBF" + kText, "UTF-8", "\uFEFF" + kText}, Row{kGb, "GB18030", kText},
        Row{"\x84\x31\x95\x33" + kGb, "GB18030", "\uFEFF" + kText}, Row{kBig5, "Big5", "關於防汛工作的通知"},
        Row{"\xFF\xFE" + utf16(kUnits, false), "UTF-16LE", "\uFEFF通知\n"},
        Row{"\xFE\xFF" + utf16(kUnits, true), "UTF-16BE", "\uFEFF通知\n"},
        Row{utf16(kUnits, false), "UTF-16LE", "通知\n"}, Row{utf16(kUnits, true), "UTF-16BE", "通知\n"},
        Row{utf16("\0A\0b\0c\0\n"s, true), "UTF-16BE", "Abc\n"},
        Row{kText + "\xFF" + kText, "UTF-8", kText + "\uFFFD" + kText}}) {
    CAPTURE(row.encoding);
    CAPTURE(row.text);
    const Outcome out = read(row.bytes);
    CHECK(out.message == "");
    CHECK(out.encoding == row.encoding);
    CHECK(out.text == row.text);
  }
}

TEST_CASE("bytes that no encoding makes Chinese of are refused") {
  std::string noise;
  for (unsigned i = 0, x = 12345; i < 4000; ++i)
    noise.push_back(static_cast<char>(0x80 | ((x = x * 1103515245 + 12345) >> 16)));
  CHECK(read(noise).code == ErrorCode::encoding);
  CHECK(read(noise).message.find("--encoding") != std::string::npos);
  // 업무 계획을 다음과 같이 알립니다 in EUC-KR: a Chinese text it is not.
  CHECK(read("\xBE\xF7\xB9\xAB \xB0\xE8\xC8\xB9\xC0\xBB \xB4\xD9\xC0\xBD\xB0\xFA \xB0\xB0\xC0\xCC "
             "\xBE\xCB\xB8\xB3\xB4\xCF\xB4\xD9")
            .code == ErrorCode::encoding);
  CHECK(read("abc\0def\0\0ghi"s).code == ErrorCode::not_text);
}

TEST_CASE("a label given overrides everything, and labels are those of the WHATWG standard") {
  CHECK(read(kText, "gb2312").encoding == "GB18030");
  for (const char* label : {"gbk", "GB2312", " x-gbk ", "gb18030", "chinese", "GB_2312-80"}) {
    CAPTURE(label);
    CHECK(encoding_of_label(label, pack()) == Encoding::gb18030);
  }
  CHECK(encoding_of_label("Big5-HKSCS", pack()) == Encoding::big5);
  CHECK(encoding_of_label("utf8", pack()) == Encoding::utf8);
  CHECK(encoding_of_label("utf-16", pack()) == Encoding::utf16le);
  CHECK(encoding_of_label("shift_jis", pack()) == std::nullopt);
  CHECK(read(kGb, "klingon").code == ErrorCode::encoding);
  CHECK(read(kGb, "klingon").message.find("klingon") != std::string::npos);
  CHECK(read(kGb, "sjis").message.find("iconv -f Shift_JIS") != std::string::npos);
}

TEST_CASE("a page's declaration is found as browsers find it") {
  struct Row {
    std::string bytes, label;
  };
  for (const Row& row :
       {Row{"<meta charset=gbk>", "gbk"}, Row{"<META CHARSET='GB2312' >", "gb2312"},
        Row{"<meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\">", "gb2312"},
        Row{"<meta content='text/html;charset = \"x-gbk\"' http-equiv=content-type>", "x-gbk"},
        Row{"<meta content=\"text/html; charset=gb2312\">", ""},
        Row{"<!-- <meta charset=gbk> --><meta charset=big5>", "big5"}, Row{"<!--><meta charset=gbk>", "gbk"},
        Row{"<metal charset=gbk>", ""}, Row{"<a title='<meta charset=gbk>'><meta charset=big5>", "big5"},
        Row{"<meta charset=utf-16>", "utf-8"}, Row{"<?xml version=\"1.0\" encoding=\"GB2312\"?><html>", "GB2312"},
        Row{"<html><p>charset=gbk", ""}, Row{"<meta charset", ""}, Row{"<meta charset=\"gbk", "gbk"}}) {
    CAPTURE(row.bytes);
    CHECK(declared_label(row.bytes) == row.label);
  }
}

TEST_CASE("a declaration that the bytes contradict is passed over and told") {
  const std::string gb2312 = "<meta charset=gb2312>", utf8 = "<meta charset=utf-8>",
                    latin = "<meta charset=iso-8859-1>";
  CHECK(read(gb2312 + kGb, {}, Declaration::html).text == gb2312 + kText);
  CHECK(read(gb2312 + kGb, {}, Declaration::html).diagnostics == 0);
  CHECK(read(gb2312 + kText, {}, Declaration::html).encoding == "UTF-8");
  CHECK(read(gb2312 + kText, {}, Declaration::html).diagnostics == 1);
  CHECK(read(utf8 + kGb, {}, Declaration::html).encoding == "GB18030");
  CHECK(read(utf8 + kGb, {}, Declaration::html).diagnostics == 1);
  CHECK(read(latin + kGb, {}, Declaration::html).text == latin + kText);
}
