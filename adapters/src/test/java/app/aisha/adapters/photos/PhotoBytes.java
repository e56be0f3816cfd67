package app.aisha.adapters.photos;

import app.aisha.adapters.ffmpeg.Ffmpeg;
import app.aisha.adapters.ffmpeg.FfmpegSettings;
import app.aisha.core.transcript.SoundToolUnavailable;
import java.awt.Transparency;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Makes the bytes of photos. */
final class PhotoBytes {

    private static final int AFTER_START_OF_JPEG = 2;
    private static final int AFTER_HEADER_OF_PNG = 33;
    private static final byte[] NOTHING = {};

    private PhotoBytes() {}

    static PixelProgram program() {
        try {
            var settings = new FfmpegSettings(Optional.empty(), Path.of("target", "ffmpeg-cache"));
            var ffmpeg = Ffmpeg.find(settings);
            return new PixelProgram(ffmpeg.prefix(), ffmpeg.program(), ffmpeg.environment(), ffmpeg.folder());
        } catch (SoundToolUnavailable | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] jpeg(BufferedImage image, float quality) {
        return written("jpeg", image, quality, false);
    }

    static byte[] progressiveJpeg(BufferedImage image) {
        return written("jpeg", image, 0.9f, true);
    }

    static byte[] png(BufferedImage image) {
        return written("png", image, 0, false);
    }

    static byte[] interlacedPng(BufferedImage image) {
        return written("png", image, 0, true);
    }

    /** Four bands as inks: what is left of white, and no black. */
    static byte[] inkJpeg(BufferedImage image) {
        var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, image.getWidth(), image.getHeight(), 4, null);
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                var rgb = image.getRGB(x, y);
                raster.setPixel(
                        x, y, new int[] {255 - (rgb >> 16 & 0xFF), 255 - (rgb >> 8 & 0xFF), 255 - (rgb & 0xFF), 0});
            }
        }
        var colours = new ComponentColorModel(new FourInks(), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        return jpeg(new BufferedImage(colours, raster, false, null), 0.92f);
    }

    static byte[] webp(BufferedImage image, boolean lossless) {
        try {
            var folder = Files.createTempDirectory("webp");
            var source = Files.write(folder.resolve("source.png"), png(image));
            var target = folder.resolve("target.webp");
            var program = program();
            var command = new ArrayList<>(program.prefix());
            command.addAll(List.of(program.program().toString(), "-nostdin", "-loglevel", "quiet", "-i"));
            command.addAll(List.of(source.toAbsolutePath().toString(), "-c:v", "libwebp"));
            command.addAll(List.of(
                    "-lossless", lossless ? "1" : "0", target.toAbsolutePath().toString()));
            var builder = new ProcessBuilder(command).inheritIO();
            builder.environment().putAll(program.environment());
            builder.start().waitFor();
            var bytes = Files.readAllBytes(target);
            Files.delete(source);
            Files.delete(target);
            Files.delete(folder);
            return bytes;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The same JPEG with one more segment, right at its beginning. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        var segment = ByteBuffer.allocate(content.length + 4)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content);
        return inserted(jpeg, AFTER_START_OF_JPEG, segment.array());
    }

    static byte[] withOrientation(byte[] jpeg, int orientation) {
        return withSegment(jpeg, 0xE1, joined(latin("Exif\0\0"), tiff(orientation)));
    }

    /** An orientation and the place where it was taken. */
    static byte[] tiff(int orientation) {
        return ByteBuffer.allocate(8 + 2 + 24 + 4 + 2 + 12 + 4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(latin("II*\0"))
                .putInt(8)
                .putShort((short) 2)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putInt(orientation)
                .putShort((short) 0x8825)
                .putShort((short) 4)
                .putInt(1)
                .putInt(38)
                .putInt(0)
                .putShort((short) 1)
                .putShort((short) 1)
                .putShort((short) 2)
                .putInt(2)
                .putInt('N')
                .array();
    }

    /** The same PNG with one more chunk, right after its header. */
    static byte[] withChunk(byte[] png, String type, byte[] content) {
        return inserted(png, AFTER_HEADER_OF_PNG, chunk(type, content));
    }

    static byte[] chunk(String type, byte[] content) {
        var named = joined(latin(type), content);
        var sum = new CRC32();
        sum.update(named);
        return ByteBuffer.allocate(content.length + 12)
                .putInt(content.length)
                .put(named)
                .putInt((int) sum.getValue())
                .array();
    }

    /** A PNG of one colour, of any size, packed as small as it gets. */
    static byte[] flatPng(int width, int height, int depth, int colourType, int channels) {
        var header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) depth)
                .put((byte) colourType)
                .array();
        var row = new byte[1 + (int) (((long) width * depth * channels + 7) / 8)];
        return joined(
                latin("\u0089PNG\r\n\u001a\n"),
                joined(chunk("IHDR", header), chunk("IDAT", deflated(row, height)), chunk("IEND", NOTHING)));
    }

    static byte[] deflated(byte[] block, int times) {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed)) {
            for (var i = 0; i < times; i++) {
                deflater.write(block);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static byte[] inserted(byte[] bytes, int at, byte[] more) {
        return ByteBuffer.allocate(bytes.length + more.length)
                .put(bytes, 0, at)
                .put(more)
                .put(bytes, at, bytes.length - at)
                .array();
    }

    static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] written(String format, BufferedImage image, float quality, boolean inPasses) {
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        var bytes = new ByteArrayOutputStream();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            var wishes = writer.getDefaultWriteParam();
            if (quality > 0) {
                wishes.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                wishes.setCompressionQuality(quality);
            }
            wishes.setProgressiveMode(inPasses ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), wishes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
