package faircopy

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"encoding/binary"
)

// cipherKind is how strings or streams are encrypted.
type cipherKind uint8

const (
	plain cipherKind = iota
	rc4Cipher
	aesV2
	aesV3
)

// lock opens what an encrypted file holds. The empty password is the only one ever tried: files that
// anybody may read but nobody may print are encrypted with it.
type lock struct {
	key             []byte
	strings, stream cipherKind
	metadataPlain   bool
}

// decrypted returns the object with its strings and its stream in plain.
func (f *file) decrypted(o object, r ref) object {
	if f.lock == nil {
		return o
	}
	if s, ok := o.(*stream); ok {
		if f.lock.leaves(s.dict) {
			return s
		}
		s.dict, _ = f.lock.plainStrings(s.dict, r).(dict)
		s.raw = f.lock.decrypt(f.lock.stream, s.raw, r)
		return s
	}
	return f.lock.plainStrings(o, r)
}

// leaves reports whether a stream is never encrypted.
func (l *lock) leaves(d dict) bool {
	if isName(d["Type"], "XRef") || l.metadataPlain && isName(d["Type"], "Metadata") {
		return true
	}
	if filters, ok := d["Filter"].(array); ok && len(filters) > 0 {
		return isName(filters[0], "Crypt")
	}
	return isName(d["Filter"], "Crypt")
}

func (l *lock) plainStrings(o object, r ref) object {
	switch v := o.(type) {
	case text:
		return text(l.decrypt(l.strings, v, r))
	case array:
		for i := range v {
			v[i] = l.plainStrings(v[i], r)
		}
	case dict:
		for k := range v {
			v[k] = l.plainStrings(v[k], r)
		}
	}
	return o
}

func (l *lock) decrypt(kind cipherKind, data []byte, r ref) []byte {
	switch kind {
	case rc4Cipher:
		return rc4Plain(l.objectKey(r, nil), data)
	case aesV2:
		return aesPlain(l.objectKey(r, []byte("sAlT")), data)
	case aesV3:
		return aesPlain(l.key, data)
	}
	return data
}

// objectKey mixes the file's key with the object's number (ISO 32000-1, algorithm 1).
func (l *lock) objectKey(r ref, salt []byte) []byte {
	h := md5.New()
	h.Write(l.key)
	number := binary.LittleEndian.AppendUint32(nil, uint32(r.number))
	generation := binary.LittleEndian.AppendUint16(nil, uint16(r.generation))
	h.Write(number[:3])
	h.Write(generation)
	h.Write(salt)
	return h.Sum(nil)[:min(len(l.key)+5, 16)]
}

func rc4Plain(key, data []byte) []byte {
	c, err := rc4.NewCipher(key)
	if err != nil {
		return data
	}
	out := make([]byte, len(data))
	c.XORKeyStream(out, data)
	return out
}

// aesPlain decrypts CBC with the vector in front and takes the padding off; a part of a block at the
// end, which damaged files have, is dropped.
func aesPlain(key, data []byte) []byte {
	block, err := aes.NewCipher(key)
	if err != nil || len(data) < 2*aes.BlockSize {
		return nil
	}
	vector, body := data[:aes.BlockSize], data[aes.BlockSize:]
	out := make([]byte, len(body)/aes.BlockSize*aes.BlockSize)
	cipher.NewCBCDecrypter(block, vector).CryptBlocks(out, body[:len(out)])
	if pad := int(out[len(out)-1]); pad >= 1 && pad <= aes.BlockSize {
		out = out[:len(out)-pad]
	}
	return out
}
