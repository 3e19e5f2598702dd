// The standard library comes to life: its image is checked, its functions are defined, its few other forms are run.
#include <cassert>
#include <memory>
#include <optional>
#include <utility>

#include "core/base/hash.h"

#include "lang/image/decoder.h"
#include "lang/image/image.h"
#include "lang/vm/disassemble.h"
#include "lang/vm/vm.h"

namespace elle::lang {

using image::FormKind;

namespace {

// An image in use: functions of the library come to it for their rest.
class LoadedImage : public ChunkStore {
 public:
  LoadedImage(Runtime& runtime, std::span<const std::byte> body)
      : runtime_(runtime), in_(body), end_(body.data() + body.size()), atoms_(runtime) {}

  void mark(Marker& marker) const { atoms_.mark(marker); }

  // Defines all there is to define. False when the image is damaged.
  Result<bool> load(VM& vm) {
    atoms_.read(in_);
    read_sources();
    const uint32_t count = in_.count(1);
    for (uint32_t i = 0; i < count && !in_.failed(); i++) TRY(form(vm));
    return !in_.failed() && in_.at_end();
  }

  void complete(Chunk& chunk) override {
    chunk.store = nullptr;
    ImageReader in({static_cast<const std::byte*>(chunk.stored), end_});
    ImageDecoder(runtime_, atoms_, distance_, in).chunk_rest(chunk);
    assert(!in.failed() && !verify(chunk));
  }

 private:
  void read_sources() {
    const auto first = in_.take<uint32_t>();
    const uint32_t count = in_.count(8);
    for (uint32_t i = 0; i < count; i++) {
      const std::string_view name = in_.text();
      const uint32_t begin = runtime_.sources.add_static(name, in_.text());
      if (i == 0) distance_ = begin - first;
    }
  }

  Result<core::Done> form(VM& vm) {
    ImageDecoder decoder(runtime_, atoms_, distance_, in_);
    const auto kind = in_.take<FormKind>();
    if (kind == FormKind::kRun) {
      Chunk* chunk = decoder.chunk();
      if (in_.failed()) return core::Done{};
      assert(!verify(*chunk));
      TRY(vm.call(object_value(Tag::kClosure, runtime_.heap.closure(chunk, 0)), {}));
      return core::Done{};
    }
    if (Cell* cell = decoder.cell()) {
      Chunk* chunk = decoder.chunk_for_later(*this);
      if (kind == FormKind::kDefineMacro) cell->flags |= Cell::kMacro;
      cell->value = object_value(Tag::kClosure, runtime_.heap.closure(chunk, 0));
    }
    return core::Done{};
  }

  Runtime& runtime_;
  ImageReader in_;
  const std::byte* end_;
  ImageAtoms atoms_;
  uint32_t distance_ = 0;
};

// The bytes after the header, when the header fits them.
std::optional<std::span<const std::byte>> body_of(std::span<const std::byte> image) {
  ImageReader header(image);
  const std::byte* magic = header.skip(sizeof image::kMagic);
  const auto version = header.take<uint32_t>();
  const auto size = header.take<uint32_t>();
  const auto checksum = header.take<uint64_t>();
  if (header.failed() || std::memcmp(magic, image::kMagic, sizeof image::kMagic) != 0) return std::nullopt;
  if (version != image::kVersion || size != image.size()) return std::nullopt;
  const auto body = image.subspan(image::kHeaderSize);
  if (core::checksum64(body.data(), body.size()) != checksum) return std::nullopt;
  return body;
}

}  // namespace

Result<core::Done> load_image(VM& vm, std::span<const std::byte> image) {
  const auto damaged = [&vm] {
    return vm.runtime().fail(ErrorKind::kIo, "The image of the standard library is damaged or of another version.",
                             "Build or install Elle again.");
  };
  const auto body = body_of(image);
  if (!body) return damaged();
  Runtime& runtime = vm.runtime();
  // The runtime keeps it, with its marker, for as long as there are chunks.
  auto loaded = std::make_shared<LoadedImage>(runtime, *body);
  runtime.register_roots(loaded.get(), [loaded](Marker& marker) { loaded->mark(marker); });
  // Forms of the library run in the prelude, as they did when it was compiled.
  Module* module = std::exchange(runtime.current_module, runtime.prelude);
  Result<bool> whole = loaded->load(vm);
  runtime.current_module = module;
  if (!TRY(whole)) return damaged();
  for (auto& [name, cell] : runtime.prelude->cells)
    if (!cell->value.is(Tag::kUnbound)) cell->flags |= Cell::kConstant;
  return core::Done{};
}

}  // namespace elle::lang
