// What a script cannot show: comments, markup and .gir fragments as documents, and what is broken in them.
#include <doctest/doctest.h>

#include "core/documentation/gtk_markup.h"
#include "core/documentation/header_text.h"
#include "core/documentation/html_text.h"
#include "core/documentation/parse_comment.h"
#include "core/documentation/text_blocks.h"
#include "core/documentation/xml_element.h"

using namespace elle::core;

TEST_CASE("a comment loses its marks and keeps how its lines are indented") {
  CHECK(clean_comment("/** One. */") == "One.");
  CHECK(clean_comment("/**\n * One:\n *   two\n */") == "One:\n  two");
  CHECK(clean_comment("/*\n   One\n     two\n*/") == "One\n  two");
  CHECK(clean_comment("/*\n * item one\n   * not a mark\n * two\n * three */") == "item one\nnot a mark\ntwo\nthree");
  CHECK(clean_comment("/* list:\n   * a\n   b\n   c */") == "list:\n* a\nb\nc");
  CHECK(clean_comment("///< beside") == "beside");
  CHECK(clean_comment("/*< private >*/").empty());
  CHECK(clean_comment("/**/").empty());
  CHECK(clean_comment("").empty());
}

TEST_CASE("blocks of text") {
  const auto blocks =
      text_blocks("Some\nwords.\n\n- a\n  b\n  - c\n2. d\n\nText:\n\n    code\n\n      more\n\n# Head\n```\nx\n```");
  REQUIRE(blocks.size() == 8);
  CHECK(blocks[0].text == "Some words.");
  CHECK(blocks[1].text == "a b");
  CHECK(blocks[2].depth == 1);
  CHECK(blocks[3].label == "2.");
  CHECK(blocks[5].text == "code\n\n  more");
  CHECK(blocks[6].kind == BlockKind::kHeading);
  CHECK(blocks[7].text == "x");
  CHECK(text_blocks("```\nnever closed").size() == 1);
  CHECK(text_blocks("\n \n").empty());
}

TEST_CASE("how a comment is written is seen from it") {
  CHECK(parse_comment("f:\n@a: one\n\nText.").parts.size() == 1);
  CHECK(parse_comment("Text.\n\n@param a one").parts.size() == 1);
  CHECK(parse_comment("NAME f()\n\nDESCRIPTION\n\nText.").blocks.size() == 1);
  CHECK(parse_comment("").empty());
  // An address is no command, and a lone mark no crash.
  CHECK(parse_comment("Ask me@home.org.").blocks.at(0).text == "Ask me@home.org.");
  CHECK(parse_comment("\\").blocks.size() == 1);
  CHECK(parse_comment("\\param").parts.empty());
}

TEST_CASE("links of gi-docgen are C names") {
  CHECK(gtk_inline_text("[method@Gtk.Window.present]", "") == "gtk_window_present()");
  CHECK(gtk_inline_text("[class@Window]", "Gtk") == "GtkWindow");
  CHECK(gtk_inline_text("[func@GLib.free]", "Gtk") == "g_free()");
  CHECK(gtk_inline_text("[ctor@Gdk.GLContext.new]", "") == "gdk_gl_context_new()");
  CHECK(gtk_inline_text("[signal@Gtk.Widget::show], %NULL, #GList, `%x`", "") == "GtkWidget::show, NULL, GList, `%x`");
  CHECK(gtk_inline_text("![a picture](a.png)[words](link) [x] 50%", "") == "words [x] 50%");
  CHECK(gtk_inline_text("[@", "") == "[@");
}

TEST_CASE("HTML becomes text, and headers' names stay") {
  CHECK(html_to_text("<b>a</b> &lt; <stdio.h> x<y") == "a < <stdio.h> x<y");
  CHECK(html_to_text("<dl><dt>a\n <dd>b</dl>") == "\n\n\n- a: b\n\n");
  CHECK(html_to_text("<") == "<");
}

TEST_CASE("one element out of the middle of a file") {
  const std::string_view file = "<a x='1'>t<b>u</b><c/></a></whatever>";
  const auto element = read_xml_element(file);
  REQUIRE(element);
  CHECK(element->attribute("x") == "1");
  CHECK(element->attribute("y").empty());
  CHECK(element->text == "t");
  REQUIRE(element->child("b"));
  CHECK(element->child("b")->text == "u");
  const std::string_view left_out[] = {"b"};
  CHECK(read_xml_element(file, left_out)->child("b") == nullptr);
  CHECK_FALSE(read_xml_element("<a><b></a>"));
  CHECK_FALSE(read_xml_element("<a>"));
  CHECK_FALSE(read_xml_element(""));
}

TEST_CASE("a declaration in a header's text") {
  const std::string_view text =
      "#define A \\\n  1\nextern \"C\" {\nMACRO_BEGIN\n\n/* ; */ int f(char c /* = ';' */);\nstruct s {\n#if 1\n  int "
      "i;\n"
      "#endif\n};\nstatic int g(void) { return '}'; } int h;\n}\n";
  const auto found = [&](uint32_t line, uint32_t column) {
    const auto range = declaration_at(text, line, column);
    return range ? std::string(text.substr(range->begin, range->end - range->begin)) : "";
  };
  CHECK(found(1, 9) == "#define A \\\n  1");
  CHECK(found(6, 13) == "int f(char c /* = ';' */);");
  CHECK(found(9, 7) == "struct s {\n#if 1\n  int i;\n#endif\n};");
  CHECK(found(12, 12) == "static int g(void) { return '}'; }");
  CHECK(found(12, 40) == "int h;");
  CHECK(found(99, 1).empty());
  CHECK_FALSE(declaration_at("int f(", 1, 1));
}
